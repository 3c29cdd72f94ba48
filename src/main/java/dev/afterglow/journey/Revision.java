package dev.afterglow.journey;

/**
 * What git knows of a folder.
 *
 * @param commit the commit that is checked out, in hexadecimal
 * @param changed true when the folder is not as it is in that commit, or nobody can tell
 */
record Revision(String commit, boolean changed) {}
