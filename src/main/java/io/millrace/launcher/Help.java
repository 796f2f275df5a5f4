package io.millrace.launcher;

/** The answer to {@code --help}: every setting of the launcher. */
final class Help {

    static final String TEXT = """
            java -jar millrace.jar

            Starts Millrace. Without settings it is a demo with a database and a mail catcher of its own.
            Each setting is an environment variable, or a system property before -jar (-Dmillrace.http.port=9000).
            What the server itself can be told (MILLRACE_SMTP_TLS, …) goes the same way and is handed on.

              MILLRACE_DATA_DIR                 where everything is kept                      .millrace
              MILLRACE_DEMO                     demo data and demo people                     true without a database URL
              MILLRACE_HTTP_PORT                the product                                   8080
              MILLRACE_HTTP_ADDRESS             where it listens         127.0.0.1 in the demo, else everywhere
              MILLRACE_NODES                    servers on one database, on ports from the        1
                                                product's on
              MILLRACE_PUBLIC_URL               its address in links                          http://localhost:<port>
              MILLRACE_DASHBOARD_PORT           the job dashboard                             8000
              MILLRACE_DASHBOARD_HOST           where it listens                              127.0.0.1
              MILLRACE_DASHBOARD_USER           who may see it                                ops
              MILLRACE_DASHBOARD_PASSWORD       its password; off without                     made at each start of the demo
              MILLRACE_SMTP_HOST                the mail server                               a mail catcher in the demo
              MILLRACE_SMTP_PORT                its port                                      3025 for the catcher, else 25
              MILLRACE_DATABASE_PORT            the embedded database                         any free port
              MILLRACE_OPERATOR_EMAIL           the first person, made when nobody operates the platform
              MILLRACE_OPERATOR_PASSWORD        theirs; at least 12 characters
              MILLRACE_JVM_OPTIONS              more options for the server's JVM
              MILLRACE_START_TIMEOUT            seconds until a start is given up             300
              MILLRACE_STOP_GRACE               for what is under way at a stop               PT3S

            With a database of your own, all of these are needed, and nothing is embedded:

              MILLRACE_DATABASE_URL             jdbc:postgresql://host/database
              MILLRACE_DATABASE_USER            a login that owns nothing
              MILLRACE_DATABASE_PASSWORD
              MILLRACE_DATABASE_OWNER_USER      the login that owns the database and migrates it
              MILLRACE_DATABASE_OWNER_PASSWORD
              MILLRACE_MASTER_KEY               32 random bytes in base64; encrypts secrets in the database
            """;

    private Help() {}

    static String noSuchOption(String[] arguments) {
        return "There is no option \"" + String.join(" ", arguments) + "\", only --help."
                + " Settings are environment variables or system properties:\n";
    }
}
