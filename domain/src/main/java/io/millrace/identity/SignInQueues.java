package io.millrace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets few sign-ins of one client at one account be under way at once on this node. Each counts as failed until its
 * password was found right, so a program that signs in with many threads would use up the limit with right ones.
 * Whoever waits holds a thread of the server, so few may: of an account, of a client, and of all together.
 */
@ApplicationScoped
class SignInQueues {

    /** Of {@link SignInAttempts#PER_ACCOUNT}; other nodes let in as many, and some may really have failed. */
    static final int AT_ONCE = 2;

    /** Of all: looking at a password takes a processor and 19 MiB. */
    static final int AT_ONCE_HERE = 8;

    static final int OF_AN_ACCOUNT = 20;

    /** More than one account may hold, and little enough that three clients do not fill the node. */
    static final int OF_A_CLIENT = 25;

    /** The server has 200 threads; the others stay for whoever is signed in. */
    static final int ALTOGETHER = 80;

    /** For the account's turn, and as long again for the node's. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final Object lock = new Object();
    private final Map<String, Queue> accounts = new HashMap<>();
    private final Map<String, Crowd> clients = new HashMap<>();
    private final Semaphore turns = new Semaphore(AT_ONCE_HERE, true);
    private int here;

    private static class Crowd {
        int length;
        int left;
    }

    private static final class Queue extends Crowd {
        final Semaphore turns = new Semaphore(AT_ONCE, true);
    }

    /** @throws TooManyAttempts when many are before it; then nobody has waited */
    Place join(SignInAttempt attempt) {
        synchronized (lock) {
            if (here >= ALTOGETHER
                    || length(clients.get(attempt.client())) >= OF_A_CLIENT
                    || length(accounts.get(attempt.account())) >= OF_AN_ACCOUNT) {
                throw TooManyAttempts.atOnce(COME_BACK);
            }
            Queue queue = accounts.computeIfAbsent(attempt.account(), account -> new Queue());
            Crowd client = clients.computeIfAbsent(attempt.client(), address -> new Crowd());
            here++;
            queue.length++;
            client.length++;
            return new Place(attempt, queue, client);
        }
    }

    private void leave(Place place) {
        synchronized (lock) {
            here--;
            place.queue.left++;
            place.client.left++;
            if (--place.queue.length == 0) accounts.remove(place.attempt.account());
            if (--place.client.length == 0) clients.remove(place.attempt.client());
        }
    }

    private static int length(@Nullable Crowd crowd) {
        return crowd == null ? 0 : crowd.length;
    }

    /** How many accounts and clients are known now: none when nobody is here. */
    int known() {
        synchronized (lock) {
            return accounts.size() + clients.size();
        }
    }

    /** How many are here now. */
    int length() {
        synchronized (lock) {
            return here;
        }
    }

    /** Somebody's place among those who wait or are looked at, until it is closed. */
    final class Place implements AutoCloseable {

        private final SignInAttempt attempt;
        private final Queue queue;
        private final Crowd client;
        private final int leftAccount;
        private final int leftClient;
        private boolean hasAccountsTurn;
        private boolean hasTurn;

        private Place(SignInAttempt attempt, Queue queue, Crowd client) {
            this.attempt = attempt;
            this.queue = queue;
            this.client = client;
            this.leftAccount = queue.left;
            this.leftClient = client.left;
        }

        /** How many others have been here at any moment since it joined. */
        int othersOfAccount() {
            synchronized (lock) {
                return queue.length + queue.left - leftAccount - 1;
            }
        }

        /** As {@link #othersOfAccount()}. */
        int othersOfClient() {
            synchronized (lock) {
                return client.length + client.left - leftClient - 1;
            }
        }

        /** @throws TooManyAttempts when its turn does not come in time */
        void awaitTurn() {
            hasAccountsTurn = comes(queue.turns);
            hasTurn = hasAccountsTurn && comes(turns);
            if (!hasTurn) throw TooManyAttempts.atOnce(COME_BACK);
        }

        @Override
        public void close() {
            if (hasTurn) turns.release();
            if (hasAccountsTurn) queue.turns.release();
            leave(this);
        }
    }

    private static boolean comes(Semaphore turns) {
        try {
            return turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
