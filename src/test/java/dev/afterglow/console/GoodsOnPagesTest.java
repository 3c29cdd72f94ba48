package dev.afterglow.console;

import static dev.afterglow.console.Somebody.reader;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ConsoleTest
class GoodsOnPagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    Rows rows;

    @BeforeEach
    void aMorning() {
        rows.none();
        SampleStories.tell(rows);
    }

    @Test
    void parcelsShowTheirWayAndWhoseTroubleItIs() throws Exception {
        order("6")
                .andExpect(content()
                        .string(allOf(
                                containsString("DHL 00340434161094042557"),
                                containsString("https://carrier.example/00340434161094042557"),
                                containsString("Seen 4 times"),
                                containsString("Leipzig"),
                                containsString("Promised for 21 Nov 2026."),
                                containsString("Held up"),
                                containsString("Address not found. It is for the recipient to mend."),
                                containsString("Promised for 21 Nov 2026, said to come on 24 Nov 2026 now."))));
    }

    @Test
    void everyLineSaysWhereItIsAndRefundsWhatTheyWere() throws Exception {
        order("6")
                .andExpect(content()
                        .string(allOf(
                                containsString(">No: 1 of 2 parcels<"),
                                containsString(">Delivered</small>"),
                                containsString(">Went back</small>"),
                                containsString(">On its way</small>"),
                                containsString(">Not shipped yet</small>"),
                                containsString("1 × Filter papers"),
                                containsString("<dt>Refunded</dt>"),
                                containsString("Did not fit"),
                                containsString("€9.90"))));
    }

    @Test
    void aLateReportIsExplainedOnTheTimeline() throws Exception {
        order("6")
                .andExpect(content()
                        .string(allOf(
                                containsString("Parcel seen: with the carrier"),
                                containsString("it happened 21 Nov 2026, 11:48"),
                                containsString(
                                        "It happened before something that was told earlier, and changes nothing now."),
                                containsString("It was sent again 3 times, which changed nothing."),
                                containsString("/received/e-9"))));
    }

    @Test
    void anOrderOfWhichNobodyToldGoodsSpeaksOfNone() throws Exception {
        order("4")
                .andExpect(content().string(not(containsString("All delivered"))))
                .andExpect(content().string(not(containsString("Parcels"))))
                .andExpect(content().string(not(containsString("Not shipped yet"))));
    }

    @Test
    void anAddressThatIsNoPageIsNoLink() throws Exception {
        rows.shipment("s-9", "4", "X", "javascript:alert(1)", 0);
        rows.followedAt("s-9", "javascript:alert(1)");
        order("4").andExpect(content().string(not(containsString("href=\"javascript"))));
    }

    private ResultActions order(String id) throws Exception {
        return web.perform(get("/orders/" + id).with(reader())).andExpect(status().isOk());
    }
}
