# syntax=docker/dockerfile:1
# The image: a Java runtime of the modules that are needed, the application in layers, and an AOT cache that a full run has trained.
# Every step is a script of image/, which also runs in a folder where there is no container engine: image/build-in-folder.
ARG JDK=eclipse-temurin:25-jdk-noble
ARG BASE=ubuntu:24.04

FROM ${JDK} AS jar
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -q dependency:go-offline || true
COPY src src
COPY routes routes
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -DskipTests -Dspotless.check.skip package

FROM ${JDK} AS runtime
COPY image/make-runtime /image/
RUN /image/make-runtime /opt/java

FROM ${JDK} AS layers
COPY --from=jar /src/target/vinbridge.jar /
COPY image/extract /image/
RUN /image/extract /vinbridge.jar /layers

# Brings a PostgreSQL and a Redis of its own for the training run; nothing of them is in the image.
FROM ${BASE} AS trained
RUN apt-get update && apt-get install -y --no-install-recommends postgresql redis-server curl && rm -rf /var/lib/apt/lists/*
COPY --from=runtime /opt/java /opt/java
COPY --from=layers /layers/dependencies /opt/vinbridge
COPY --from=layers /layers/application /opt/vinbridge
COPY --from=jar /src/target/classes /sandbox
COPY image/train /image/
RUN /image/train /opt/vinbridge /opt/java /sandbox

FROM ${BASE}
LABEL org.opencontainers.image.title="Vinbridge" org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --system --uid 10001 --no-create-home vinbridge && install -d -o 10001 -g 10001 /var/lib/vinbridge/pictures
COPY --from=runtime /opt/java /opt/java
COPY --from=layers /layers/dependencies /opt/vinbridge
COPY --from=layers /layers/application /opt/vinbridge
COPY --from=trained /opt/vinbridge/vinbridge.aot /opt/vinbridge/
COPY image/healthy /opt/vinbridge/
WORKDIR /opt/vinbridge
USER 10001
ENV VINBRIDGE_GALLERY_STORE_FOLDER=/var/lib/vinbridge/pictures
VOLUME ["/var/lib/vinbridge/pictures", "/tmp"]
EXPOSE 8080 8081
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["/opt/vinbridge/healthy"]
ENTRYPOINT ["/opt/java/bin/java", "@/opt/vinbridge/java-options", "-jar", "vinbridge.jar"]
