package io.vinbridge.gallery.store;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Keeps images as objects of a bucket. An object is there whole or not at all; that is the store's own promise. */
final class S3Store implements ImageStore {

    private static final Duration LATER = Duration.ofSeconds(20);

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    S3Store(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /** A bucket has no end. */
    @Override
    public void checkRoom() {}

    /** Read back, because not every store checks what it was sent. */
    @Override
    public void put(ImageHash hash, byte[] bytes) {
        told(() -> client.putObject(request -> request.bucket(bucket).key(key(hash)), RequestBody.fromBytes(bytes)));
        if (!get(hash).map(ImageHash::of).equals(Optional.of(hash))) {
            delete(hash);
            throw new Failure(
                    Reason.STORE_UNAVAILABLE, "The picture store gave back other bytes than were written", LATER);
        }
    }

    @Override
    public Optional<byte[]> get(ImageHash hash) {
        return told(() -> {
            try {
                return Optional.of(client.getObjectAsBytes(
                                request -> request.bucket(bucket).key(key(hash)))
                        .asByteArrayUnsafe());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void delete(ImageHash hash) {
        told(() -> client.deleteObject(request -> request.bucket(bucket).key(key(hash))));
    }

    private String key(ImageHash hash) {
        return prefix + hash;
    }

    private <T> T told(Supplier<T> act) {
        try {
            return act.get();
        } catch (SdkException e) {
            throw new Failure(
                    Reason.STORE_UNAVAILABLE,
                    "The picture store, the bucket " + bucket + ", " + why(e)
                            + ". It is set by VINBRIDGE_GALLERY_STORE_S3_*",
                    LATER);
        }
    }

    /** Its error code, such as {@code InvalidAccessKeyId} or {@code NoSuchBucket}; messages may have keys in them. */
    private static String why(SdkException e) {
        if (e instanceof S3Exception refused) {
            String code = refused.awsErrorDetails() == null
                    ? ""
                    : " " + refused.awsErrorDetails().errorCode();
            return "refuses with " + refused.statusCode() + code;
        }
        return "does not answer: " + e.getClass().getSimpleName();
    }
}
