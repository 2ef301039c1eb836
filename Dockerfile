# syntax=docker/dockerfile:1
# The image: a Java runtime of the modules that are needed, the application in layers, and an AOT cache that a full run has trained.
# Its steps are the scripts of image/, which image/build-in-folder runs where there is no container engine.
ARG JDK=eclipse-temurin:25-jdk-noble
ARG BASE=ubuntu:24.04

FROM ${JDK} AS jar
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src src
COPY routes routes
COPY docs docs
ARG VERSION=
RUN --mount=type=cache,target=/root/.m2 \
  if [ -n "$VERSION" ]; then ./mvnw -B -ntp org.codehaus.mojo:versions-maven-plugin:2.18.0:set -DnewVersion="$VERSION" -DgenerateBackupPoms=false; fi \
  && ./mvnw -B -ntp -DskipTests package

FROM ${JDK} AS runtime
COPY image/make-runtime /image/
RUN /image/make-runtime /opt/java

FROM ${JDK} AS layers
COPY --from=jar /src/target/vinbridge.jar /
COPY image/compiler-directives image/extract image/java-options /image/
RUN /image/extract /vinbridge.jar /layers

# It brings a PostgreSQL and a Redis of its own for the run that trains the cache; nothing of them, nor of the sandbox, leaves it.
FROM ${BASE} AS trained
RUN apt-get update && apt-get install -y --no-install-recommends curl postgresql python3-minimal redis-server \
  && rm -rf /var/lib/apt/lists/*
COPY --from=runtime /opt/java /opt/java
COPY --from=layers /layers/dependencies /layers/application /opt/vinbridge/
COPY --from=jar /src/target/classes /build/target/classes
COPY bench/ground /build/bench/
COPY image/train /build/image/
RUN /build/image/train /opt/vinbridge /opt/java

FROM ${BASE}
ARG VERSION=
LABEL org.opencontainers.image.title="Vinbridge" org.opencontainers.image.licenses="Apache-2.0" org.opencontainers.image.version="$VERSION"
RUN install -d -o 10001 -g 10001 /var/lib/vinbridge/pictures
COPY --from=runtime /opt/java /opt/java
COPY --from=layers /layers/dependencies /opt/vinbridge
COPY --from=layers /layers/application /opt/vinbridge
COPY --from=trained /opt/vinbridge/vinbridge.aot /opt/vinbridge/
COPY image/healthy /opt/vinbridge/
WORKDIR /opt/vinbridge
USER 10001:10001
# Else each of many threads keeps memory of its own.
ENV MALLOC_ARENA_MAX=2
ENV VINBRIDGE_GALLERY_STORE_FOLDER=/var/lib/vinbridge/pictures
VOLUME ["/var/lib/vinbridge/pictures", "/tmp"]
EXPOSE 8080 8081
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["/opt/vinbridge/healthy"]
ENTRYPOINT ["/opt/java/bin/java", "@/opt/vinbridge/java-options", "-jar", "/opt/vinbridge/vinbridge.jar"]
