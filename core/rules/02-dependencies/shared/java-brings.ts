/** Whose build brings what its classes import: nothing can be told there. */
export const PLATFORM =
  /quarkus|micronaut|helidon|flink|hadoop|hbase|spark-core_|android|liferay|jenkins|wildfly|payara|gwt-|vaadin|cuba|axelor|ofbiz|camunda-bpm-assembly|keycloak-(?:server|services)|karaf|osgi|(?:^|:)(?:javaee|jakarta\.jakartaee)/i;

/**
 * What a declared artifact brings on purpose: its makers tell users to import it, and declaring it again would only
 * be one more version to keep. A group stands for those that start with it too.
 */
const BRINGS: readonly (readonly [declared: RegExp, families: string])[] = [
  [
    /spring-boot|spring-cloud|starter/,
    'org.springframework org.slf4j ch.qos org.apache.logging commons-logging org.yaml io.micrometer com.fasterxml.jackson jakarta.servlet javax.servlet jakarta.validation javax.validation org.hibernate io.projectreactor org.thymeleaf',
  ],
  [/^org\.springframework/, 'org.springframework commons-logging'],
  [/spring-aspects|starter-(?:aop|cache|data|retry)/, 'org.aspectj'],
  [
    /data-jpa|hibernate|eclipselink|openjpa|spring-orm/,
    'org.hibernate jakarta.persistence javax.persistence jakarta.validation javax.validation',
  ],
  [/starter-(?:data-)?(?:jdbc|jpa)|mybatis|starter-jooq|spring-boot-jdbc/, 'com.zaxxer'],
  [/redis/, 'io.lettuce redis.clients io.netty'],
  [/webflux|reactor-netty|vertx|grpc|asynchttp|rsocket|awssdk/, 'io.netty io.projectreactor'],
  [/data-mongodb|morphia|mongo/, 'org.mongodb'],
  [/amqp|rabbit/, 'com.rabbitmq'],
  [/starter-quartz/, 'org.quartz-scheduler'],
  [/elasticsearch|opensearch/, 'org.apache.lucene co.elastic org.elasticsearch org.apache.httpcomponents'],
  [/starter-(?:mail|test)|simple-java-mail|commons-email|mail/, 'com.sun.mail jakarta.mail'],
  [/starter-test|mockito|selenium/, 'net.bytebuddy com.jayway net.minidev org.json'],
  [/security-oauth2|oauth2|spring-security|pac4j|msal/, 'com.nimbusds'],
  [/springdoc|springfox|knife4j|swagger|openapi/, 'io.swagger'],
  [/^com\.google\.(?:cloud|firebase|apis?|api-client|http-client)|google-cloud|firebase/, 'com.google'],
  [/grpc/, 'com.google.protobuf com.google.guava'],
  [/guice|jersey|resteasy|cxf|jaxrs|dagger|hk2/, 'javax.inject jakarta.inject javax.ws jakarta.ws'],
  [/jetty|tomcat|undertow|jersey-container|struts|wicket|sparkjava|javalin/, 'javax.servlet jakarta.servlet'],
  [/struts/, 'ognl org.apache.struts commons-fileupload'],
  [
    /dropwizard/,
    'com.fasterxml.jackson com.google.guava org.slf4j ch.qos javax.ws jakarta.ws javax.validation jakarta.validation javax.servlet jakarta.servlet org.hibernate org.eclipse.jetty io.dropwizard javax.inject jakarta.inject joda-time',
  ],
  [/javalin|sparkjava/, 'org.eclipse.jetty org.slf4j'],
  [/logback|log4j-slf4j|slf4j/, 'org.slf4j'],
  [/log4j/, 'log4j org.apache.logging'],
  [/retrofit|feign|okhttp/, 'com.squareup io.github.openfeign'],
  [/curator/, 'org.apache.zookeeper'],
  [/querydsl|jooq|r2dbc/, 'io.projectreactor'],
  [/tika/, 'org.apache.tika org.apache.poi org.apache.pdfbox'],
  [/aws-java-sdk/, 'com.amazonaws'],
];

/** Groups of which an artifact brings a part on purpose. */
export function broughtBy(declared: string): readonly string[] {
  return BRINGS.flatMap(([is, families]) => (is.test(declared) ? families.split(' ') : []));
}
