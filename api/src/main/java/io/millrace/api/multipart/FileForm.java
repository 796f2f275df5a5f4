package io.millrace.api.multipart;

/** A form with one file in it. */
public record FileForm(UploadedFile file) {}
