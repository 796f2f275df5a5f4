package io.millrace.identity;

/** A thing of a tenant that not every member may know of. */
public interface Guarded {

    /** What it is called when it cannot be found: {@code approval}. */
    String kind();

    boolean isVisibleTo(Member member);
}
