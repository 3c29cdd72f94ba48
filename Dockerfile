# The app alone. The engine is not in this image: it runs elsewhere, under its own licence.
ARG JAVA_VERSION=25

FROM maven:3.9-eclipse-temurin-${JAVA_VERSION} AS build
WORKDIR /build
COPY pom.xml .
COPY src/main src/main
COPY bpmn bpmn
RUN mvn -B -Dlocal-broker.skip=true -DskipTests -Dspotless.check.skip=true package

FROM eclipse-temurin:${JAVA_VERSION}-jre
RUN useradd --system --uid 10001 --no-create-home afterglow
WORKDIR /app
COPY --from=build /build/target/afterglow.jar afterglow.jar
USER 10001
EXPOSE 8080
ENTRYPOINT ["java", "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-jar", "afterglow.jar"]
