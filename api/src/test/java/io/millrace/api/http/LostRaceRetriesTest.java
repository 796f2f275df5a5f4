package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.LostRace;
import io.millrace.NotFound;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class LostRaceRetriesTest {

    private int calls;

    @Test
    void a_lost_race_is_run_again_until_it_is_won() throws Exception {
        InvocationContext call = losing(3, new LostRace("meanwhile", new Exception()));

        assertThat(new LostRaceRetries().retry(call)).isEqualTo("won");
        assertThat(calls).isEqualTo(4);
    }

    @Test
    void a_race_that_is_lost_four_times_is_told() {
        RuntimeException lost = new RuntimeException(new LostRace("meanwhile", new Exception()));
        InvocationContext call = losing(100, lost);

        assertThatThrownBy(() -> new LostRaceRetries().retry(call)).isSameAs(lost);
        assertThat(calls).isEqualTo(4);
    }

    @Test
    void anything_else_is_thrown_at_once() {
        InvocationContext call = losing(1, new NotFound("request"));

        assertThatThrownBy(() -> new LostRaceRetries().retry(call)).isInstanceOf(NotFound.class);
        assertThat(calls).isEqualTo(1);
    }

    private InvocationContext losing(int times, RuntimeException failure) {
        return (InvocationContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {InvocationContext.class}, (self, method, arguments) -> {
                    if (method.getName().equals("getMethod")) return getClass().getDeclaredMethods()[0];
                    calls++;
                    if (calls <= times) throw failure;
                    return "won";
                });
    }
}
