package io.millrace.workflows.engine;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextFactory;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;

/**
 * What the engine does in one go; before it is written down, whoever began to wait in it is looked after. Not earlier,
 * because a wait is no place to go on from until all that led there has come to rest; and not by a listener of the end,
 * because moving on adds such listeners itself (a task does), while they are being called.
 */
final class WatchfulCommand extends CommandContext {

    private final Queue<EventSubscriptionEntity> waits = new ArrayDeque<>();
    private final Waiting waiting;

    private WatchfulCommand(ProcessEngineConfigurationImpl engine, Waiting waiting) {
        super(engine);
        this.waiting = waiting;
    }

    static CommandContextFactory factory(ProcessEngineConfigurationImpl engine, Waiting waiting) {
        CommandContextFactory factory = new CommandContextFactory() {
            @Override
            public CommandContext createCommandContext() {
                return new WatchfulCommand(engine, waiting);
            }
        };
        factory.setProcessEngineConfiguration(engine);
        return factory;
    }

    /** Those that began in this command and have not ended in it. */
    Queue<EventSubscriptionEntity> waits() {
        return waits;
    }

    @Override
    protected void fireCommandContextClose() {
        for (EventSubscriptionEntity next = waits.poll(); next != null; next = waits.poll()) {
            EventSubscriptionEntity wait = next;
            waiting.began(wait).ifPresent(handing -> hand(wait, handing)); // which may lead to further ones
        }
        super.fireCommandContextClose();
    }

    /** Branches that wait for the same together get it together, as they do when it comes after them. */
    private void hand(EventSubscriptionEntity wait, Consumer<EventSubscriptionEntity> handing) {
        List<EventSubscriptionEntity> together = waits.stream()
                .filter(other -> other.getProcessInstanceId().equals(wait.getProcessInstanceId())
                        && other.getEventName().equals(wait.getEventName()))
                .toList();
        handing.accept(wait);
        // One that does not wait any more went with another.
        together.stream().filter(waits::remove).forEach(handing);
    }
}
