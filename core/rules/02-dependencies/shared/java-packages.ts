/**
 * Packages of the commonest libraries of the JVM with the artifact that holds them. Who declares any artifact of the
 * same group has told enough: the parts of a library bring one another.
 */
export const JAVA_PACKAGES: readonly (readonly [prefix: string, artifact: string])[] = `
com.alibaba.fastjson. com.alibaba:fastjson
com.amazonaws.services.s3. com.amazonaws:aws-java-sdk-s3
com.auth0.jwt. com.auth0:java-jwt
com.fasterxml.jackson.annotation. com.fasterxml.jackson.core:jackson-annotations
com.fasterxml.jackson.core. com.fasterxml.jackson.core:jackson-core
com.fasterxml.jackson.databind. com.fasterxml.jackson.core:jackson-databind
com.fasterxml.jackson.dataformat.yaml. com.fasterxml.jackson.dataformat:jackson-dataformat-yaml
com.github.benmanes.caffeine. com.github.ben-manes.caffeine:caffeine
com.google.common. com.google.guava:guava
com.google.gson. com.google.code.gson:gson
com.google.inject. com.google.inject:guice
com.google.protobuf. com.google.protobuf:protobuf-java
com.mongodb.client. org.mongodb:mongodb-driver-sync
com.mysql.cj. com.mysql:mysql-connector-j
com.rabbitmq.client. com.rabbitmq:amqp-client
com.squareup.moshi. com.squareup.moshi:moshi
com.zaxxer.hikari. com.zaxxer:HikariCP
freemarker.template. org.freemarker:freemarker
info.picocli. info.picocli:picocli
picocli. info.picocli:picocli
io.github.bucket4j. com.bucket4j:bucket4j-core
io.grpc. io.grpc:grpc-stub
io.javalin. io.javalin:javalin
io.jsonwebtoken. io.jsonwebtoken:jjwt-api
io.lettuce.core. io.lettuce:lettuce-core
io.micrometer.core. io.micrometer:micrometer-core
io.netty. io.netty:netty-all
io.opentelemetry.api. io.opentelemetry:opentelemetry-api
io.reactivex.rxjava3. io.reactivex.rxjava3:rxjava
io.undertow. io.undertow:undertow-core
io.vertx.core. io.vertx:vertx-core
jakarta.persistence. jakarta.persistence:jakarta.persistence-api
jakarta.servlet. jakarta.servlet:jakarta.servlet-api
jakarta.ws.rs. jakarta.ws.rs:jakarta.ws.rs-api
javax.servlet. javax.servlet:javax.servlet-api
lombok. org.projectlombok:lombok
net.bytebuddy. net.bytebuddy:byte-buddy
okhttp3. com.squareup.okhttp3:okhttp
okio. com.squareup.okio:okio
org.apache.avro. org.apache.avro:avro
org.apache.commons.cli. commons-cli:commons-cli
org.apache.commons.codec. commons-codec:commons-codec
org.apache.commons.collections4. org.apache.commons:commons-collections4
org.apache.commons.compress. org.apache.commons:commons-compress
org.apache.commons.csv. org.apache.commons:commons-csv
org.apache.commons.fileupload. commons-fileupload:commons-fileupload
org.apache.commons.io. commons-io:commons-io
org.apache.commons.lang3. org.apache.commons:commons-lang3
org.apache.commons.text. org.apache.commons:commons-text
org.apache.http. org.apache.httpcomponents:httpclient
org.apache.hc.client5. org.apache.httpcomponents.client5:httpclient5
org.apache.kafka. org.apache.kafka:kafka-clients
org.apache.logging.log4j. org.apache.logging.log4j:log4j-api
org.apache.lucene. org.apache.lucene:lucene-core
org.apache.pdfbox. org.apache.pdfbox:pdfbox
org.apache.poi. org.apache.poi:poi
org.apache.shiro. org.apache.shiro:shiro-core
org.apache.velocity. org.apache.velocity:velocity-engine-core
org.bouncycastle. org.bouncycastle:bcprov-jdk18on
org.eclipse.jetty.server. org.eclipse.jetty:jetty-server
org.flywaydb.core. org.flywaydb:flyway-core
org.hibernate. org.hibernate.orm:hibernate-core
org.jdbi.v3. org.jdbi:jdbi3-core
org.jooq. org.jooq:jooq
org.jsoup. org.jsoup:jsoup
org.mybatis. org.mybatis:mybatis
org.postgresql. org.postgresql:postgresql
org.quartz. org.quartz-scheduler:quartz
org.slf4j. org.slf4j:slf4j-api
org.springframework. org.springframework:spring-context
org.yaml.snakeyaml. org.yaml:snakeyaml
redis.clients.jedis. redis.clients:jedis
retrofit2. com.squareup.retrofit2:retrofit
spark. com.sparkjava:spark-core
`
  .trim()
  .split('\n')
  .map((row): [string, string] => {
    const [prefix = '', artifact = ''] = row.split(' ');
    return [prefix, artifact];
  })
  .toSorted(([one], [other]) => other.length - one.length);
