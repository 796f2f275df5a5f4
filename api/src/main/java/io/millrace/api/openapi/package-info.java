/**
 * The published description of the API, made from the same annotations and records that the server obeys,
 * so that the two cannot disagree.
 */
@NullMarked
package io.millrace.api.openapi;

import org.jspecify.annotations.NullMarked;
