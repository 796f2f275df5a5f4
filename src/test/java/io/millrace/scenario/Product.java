package io.millrace.scenario;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The archive that the build made, at the root of the server. */
final class Product {

    private Product() {}

    static WebArchive built() {
        return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(new File(System.getProperty("millrace.war")))
                .as(WebArchive.class);
    }
}
