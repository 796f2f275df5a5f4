package io.millrace.web;

import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The three calls of the vendor's Admin that every one of its pages makes; Admin itself is not served. */
public class SignInApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(WebSignIn.class);
    }
}
