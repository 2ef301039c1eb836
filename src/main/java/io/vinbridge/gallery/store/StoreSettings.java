package io.vinbridge.gallery.store;

import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
import io.vinbridge.settings.Form;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the store of pictures' bytes.
 *
 * @param folder a folder of this machine, or one that all nodes share
 * @param keepFree how much room is left on the folder's disk: where there is no more than that, nothing is fetched
 * @param s3 a bucket of an S3-compatible store, in place of the folder
 */
@ConfigurationProperties("vinbridge.gallery.store")
record StoreSettings(
        @DefaultValue("pictures") Path folder,

        @Bounds(least = "0B", most = "1048576GB") @DefaultValue("64MB")
        DataSize keepFree,

        @DefaultValue S3 s3) {

    /**
     * An S3-compatible store; used where a bucket is named.
     *
     * @param bucket the name of the bucket; without it, the folder is used
     * @param endpoint address of the store; Amazon's own if it is not set
     * @param region region of the bucket
     * @param prefix prefix of all objects' names
     * @param accessKey where it is not set, the AWS SDK's usual places are searched
     * @param secretKey secret of the access key; never shown
     * @param pathStyle whether the bucket stands in the path, as most stores that are not Amazon's want it
     */
    record S3(
            @ClusterWide
            @Form(value = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", words = "3 to 63 small letters, digits, dots and dashes")
            String bucket,

            @ClusterWide @Form(value = Form.WEB, words = Form.WEB_WORDS)
            URI endpoint,

            @Form(value = "[a-z0-9-]+", words = "a name such as us-east-1") @DefaultValue("us-east-1")
            String region,

            @ClusterWide @DefaultValue("pictures/") String prefix,
            String accessKey,
            String secretKey,
            @DefaultValue("true") boolean pathStyle) {

        @Override
        public String toString() {
            return "S3[" + bucket + ", " + endpoint + ", " + region + ", " + prefix + "]";
        }
    }
}
