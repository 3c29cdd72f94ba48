package dev.afterglow.messaging.channel;

/** A channel that only keeps messages for looking at: nothing leaves the machine. */
record CaptureChannel(String name) implements Channel {

    @Override
    public String transport() {
        return "capture";
    }

    @Override
    public boolean onlyKeeps() {
        return true;
    }

    @Override
    public Handover handOver(Envelope envelope, Runnable pointOfNoReturn) {
        pointOfNoReturn.run();
        return new Handover.Taken();
    }
}
