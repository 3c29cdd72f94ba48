package dev.afterglow.history.file;

/** A cell that does not hold what it should; the reason never repeats what stands in it. */
public class WrongCell extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Column column;

    /**
     * Refuses a cell.
     *
     * @param reason reads on after the name of the column
     */
    public WrongCell(Column column, String reason) {
        super(reason, null, false, false);
        this.column = column;
    }

    public Column column() {
        return column;
    }

    /** What is wrong, in words that follow the column's name. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
