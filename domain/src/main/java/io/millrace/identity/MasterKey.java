package io.millrace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Encrypts what must not lie readable in the database, with AES-256-GCM and the configured master key. */
@ApplicationScoped
public class MasterKey {

    private static final String MAC = "HmacSHA256";
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    @ConfigProperty(name = "millrace.master.key")
    String configured;

    /** @param purpose bound to the result, so that a secret cannot be moved to another place */
    public String encrypt(String plain, String purpose) {
        try {
            byte[] iv = new byte[IV_BYTES];
            RANDOM.nextBytes(iv);
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, iv, purpose);
            byte[] sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] all = ByteBuffer.allocate(IV_BYTES + sealed.length)
                    .put(iv)
                    .put(sealed)
                    .array();
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption failed", e);
        }
    }

    /** @throws IllegalStateException when the key is another one or the text was changed */
    public String decrypt(String sealed, String purpose) {
        try {
            ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
            byte[] iv = new byte[IV_BYTES];
            all.get(iv);
            byte[] rest = new byte[all.remaining()];
            all.get(rest);
            return new String(cipher(Cipher.DECRYPT_MODE, iv, purpose).doFinal(rest), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a stored secret cannot be read: is millrace.master.key the one it was written with?", e);
        }
    }

    /**
     * Tells equal texts apart from others without saying what they are.
     *
     * @param purpose as above
     */
    public String mac(String text, String purpose) {
        try {
            byte[] key = mac(Base64.getDecoder().decode(configured), purpose);
            return HexFormat.of().formatHex(mac(key, text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }

    private static byte[] mac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(MAC);
        mac.init(new SecretKeySpec(key, MAC));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private Cipher cipher(int mode, byte[] iv, String purpose) throws GeneralSecurityException {
        byte[] key = Base64.getDecoder().decode(configured);
        if (key.length != 32) throw new IllegalStateException("millrace.master.key must be 32 bytes in base64");
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
