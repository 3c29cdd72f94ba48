package dev.afterglow.faults;

/**
 * What one kind of fault led to.
 *
 * @param name what was done
 * @param n how often
 * @param seed of the random numbers
 * @param planned messages journeys wanted
 * @param taken messages the other side took
 * @param lost said to be sent, or left lying, and not taken
 * @param duplicated taken twice without the ledger knowing that it might be
 * @param uncertain of which the ledger says that nobody knows
 * @param repeated taken twice because a service message nobody knew about was sent once more
 * @param wanted what it should be
 */
public record FaultFigure(
        String name,
        int n,
        long seed,
        int planned,
        int taken,
        int lost,
        int duplicated,
        int uncertain,
        int repeated,
        String wanted) {}
