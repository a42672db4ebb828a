# Build: a JDK and Maven, nothing else.
FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /build
COPY pom.xml formatter.xml ./
COPY frontend frontend
COPY index-mappings index-mappings
COPY src src
RUN mvn -B -q -DskipTests -Dformatter.skip=true package && mkdir /app && cp target/counterpoint-*.jar /app/counterpoint.jar

# Run: a JRE, an account without rights, and one folder to write to.
FROM eclipse-temurin:21-jre
RUN useradd --system --uid 10001 --home-dir /var/lib/counterpoint --create-home counterpoint \
    && mkdir -p /var/lib/counterpoint/data && chown -R counterpoint /var/lib/counterpoint
COPY --from=build /app/counterpoint.jar /opt/counterpoint/counterpoint.jar
COPY src/main/launch/jvm.options /opt/counterpoint/jvm.options
USER counterpoint
WORKDIR /var/lib/counterpoint
ENV COUNTERPOINT_HOME=/var/lib/counterpoint/data
VOLUME /var/lib/counterpoint/data
EXPOSE 8080
ENTRYPOINT ["java", "@/opt/counterpoint/jvm.options", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/counterpoint/counterpoint.jar"]
