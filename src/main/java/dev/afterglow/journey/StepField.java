package dev.afterglow.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a worker reads of its step, for the check of diagrams: stands on the method beside the type of job. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(StepFields.class)
public @interface StepField {

    /** The key of the task header, or the variable of the input. */
    String name();

    /** True for an input; otherwise it is a header. */
    boolean input() default false;

    /** True when the worker cannot do without. */
    boolean required() default false;

    /** The words it takes; with {@link #list()} any of them, between commas. */
    String[] oneOf() default {};

    /** True when several may stand there, between commas. */
    boolean list() default false;

    /** A regular expression for what is no choice of words; empty when it takes anything. */
    String matches() default "";

    /** What it takes, for a marketer; not needed with {@link #oneOf()}. */
    String takes() default "";
}
