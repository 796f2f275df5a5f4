package io.millrace.workflows.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One element of a file that somebody sent, with what is in it. Read by a parser that knows no document types, so that
 * nothing in the file can make it grow, or read another; and no further than a model can be long.
 */
final class ModelXml {

    static final int LONGEST = 1024 * 1024;
    static final int MOST_ELEMENTS = 5_000;
    static final int DEEPEST = 50;

    private final QName name;
    private final int line;
    private final Map<QName, String> attributes = new LinkedHashMap<>();
    private final List<ModelXml> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private ModelXml(QName name, int line) {
        this.name = name;
        this.line = line;
    }

    /** @throws UnreadableModel when it is no XML, or more of it than a model can be */
    static ModelXml read(byte[] file) {
        if (file.length > LONGEST) throw new UnreadableModel("too-long", "The file is longer than 1 MB.");
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            try {
                return document(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new UnreadableModel(
                    "xml",
                    "The file is no XML that can be read, see line "
                            + e.getLocation().getLineNumber() + ".");
        }
    }

    private static ModelXml document(XMLStreamReader reader) throws XMLStreamException {
        List<ModelXml> open = new ArrayList<>();
        ModelXml root = null;
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD ->
                    throw new UnreadableModel("doctype", "The file has a document type, which no model needs.");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableModel("entity", "The file has an entity, which no model needs.");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST_ELEMENTS)
                        throw new UnreadableModel(
                                "too-many-elements", "The file has more than " + MOST_ELEMENTS + " elements.");
                    if (open.size() >= DEEPEST)
                        throw new UnreadableModel("too-deep", "The file has elements more than 50 deep.");
                    ModelXml element = element(reader);
                    if (open.isEmpty()) root = element;
                    else open.get(open.size() - 1).children.add(element);
                    open.add(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.remove(open.size() - 1);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) open.get(open.size() - 1).text.append(reader.getText());
                }
                default -> {
                    // comments, processing instructions, white space: nothing that the engine reads
                }
            }
        }
        if (root == null) throw new UnreadableModel("xml", "The file is empty.");
        return root;
    }

    private static ModelXml element(XMLStreamReader reader) {
        ModelXml element = new ModelXml(reader.getName(), reader.getLocation().getLineNumber());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attributes.put(reader.getAttributeName(i), reader.getAttributeValue(i));
        }
        return element;
    }

    QName name() {
        return name;
    }

    /** Without its namespace. */
    String local() {
        return name.getLocalPart();
    }

    int line() {
        return line;
    }

    Map<QName, String> attributes() {
        return attributes;
    }

    Optional<String> attribute(String local) {
        return attribute("", local);
    }

    Optional<String> attribute(String namespace, String local) {
        return Optional.ofNullable(attributes.get(new QName(namespace, local)));
    }

    List<ModelXml> children() {
        return children;
    }

    Stream<ModelXml> children(QName wanted) {
        return children.stream().filter(child -> child.name.equals(wanted));
    }

    /** Itself and all below, from the outside in and in their order. */
    Stream<ModelXml> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(ModelXml::all));
    }

    String text() {
        return text.toString().strip();
    }
}
