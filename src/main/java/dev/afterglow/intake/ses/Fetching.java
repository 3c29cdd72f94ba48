package dev.afterglow.intake.ses;

import java.io.IOException;
import java.net.URI;

/** Gets something from Amazon. A seam: tests answer with certificates of their own. */
interface Fetching {

    /**
     * What is there.
     *
     * @throws IOException when the answer does not come, is not 200, or is larger than anything expected
     */
    byte[] get(URI address) throws IOException;
}
