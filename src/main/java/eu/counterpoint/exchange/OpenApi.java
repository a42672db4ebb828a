package eu.counterpoint.exchange;

import java.util.List;
import java.util.stream.Stream;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;

import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import eu.counterpoint.ui.Texts;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;

/** The description of this interface, for people and programs: {@code /v3/api-docs} and {@code /swagger-ui.html}. */
@Configuration(proxyBeanMethods = false)
class OpenApi {

    /** Lists that are longer are not repeated in the description. */
    private static final int SHORT_LIST = 60;

    private final Texts texts;

    OpenApi(Texts texts) {
        this.texts = texts;
    }

    /** A problem, for the description; what is sent is Spring's own form of it. */
    @io.swagger.v3.oas.annotations.media.Schema(name = "Problem", description = "Why a request was not served (RFC 9457)")
    record Problem(
            @io.swagger.v3.oas.annotations.media.Schema(example = "Not found") String title,
            @io.swagger.v3.oas.annotations.media.Schema(example = "404") int status,
            @io.swagger.v3.oas.annotations.media.Schema(description = "A sentence for people") String detail,
            @io.swagger.v3.oas.annotations.media.Schema(example = "/api/materials/nothing-here") String instance,
            @io.swagger.v3.oas.annotations.media.Schema(description = "Each field that is wrong, where there are some") List<Refusal.Wrong> errors) {}

    /** Nothing of the description is made before somebody asks for it: a start has no second for it. */
    @Bean
    static BeanFactoryPostProcessor descriptionOnlyWhenAsked() {
        return beans -> {
            for (String name : beans.getBeanDefinitionNames()) {
                BeanDefinition bean = beans.getBeanDefinition(name);
                if (Stream.of(bean.getFactoryBeanName(), bean.getBeanClassName())
                        .anyMatch(origin -> origin != null && origin.startsWith("org.springdoc."))) {
                    bean.setLazyInit(true);
                }
            }
        };
    }

    @Bean
    @Lazy
    OpenAPI description() {
        var components = new Components()
                .addSecuritySchemes("token",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                                .description(texts.get("exchange.openapi.token")))
                .addSecuritySchemes("password", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")
                        .description(texts.get("exchange.openapi.password")));
        ModelConverters.getInstance().readAll(Problem.class).forEach(components::addSchemas);
        return new OpenAPI().components(components).info(new Info().title(texts.get("exchange.openapi.title"))
                .version("1").description(texts.get("exchange.openapi.description"))
                .license(new License().name("EUPL-1.2").identifier("EUPL-1.2")))
                // Relative, so that it is true behind every host name.
                .addServersItem(new Server().url("/"))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    /** Says of each operation how it can be refused. */
    @Bean
    @Lazy
    OperationCustomizer refusals() {
        return (operation, method) -> {
            Refuses refuses = method.getMethodAnnotation(Refuses.class);
            if (refuses != null) {
                for (int status : refuses.value()) {
                    operation.getResponses().addApiResponse(Integer.toString(status), refusal(status));
                }
            }
            return operation;
        };
    }

    /** One parameter for each list of concepts and the others of a search; they are read without binding. */
    @Bean
    @Lazy
    OperationCustomizer searchDescription(Vocabulary vocabulary) {
        return (operation, method) -> {
            if (method.getBeanType().equals(SearchApi.class)) {
                parameter(operation, "q", new Schema<String>().type("string"));
                for (Scheme scheme : Scheme.values()) {
                    parameter(operation, scheme.id(), concepts(vocabulary.concepts(scheme)));
                }
                parameter(operation, "year", list(new Schema<Integer>().type("integer")));
                parameter(operation, "from", new Schema<Integer>().type("integer"));
                parameter(operation, "to", new Schema<Integer>().type("integer"));
                parameter(operation, "evaluated", new Schema<Boolean>().type("boolean"));
                parameter(operation, "files", new Schema<Boolean>().type("boolean"));
                parameter(operation, "reusable", new Schema<Boolean>().type("boolean"));
                parameter(operation, "words-only", list(new Schema<String>().type("string")));
                parameter(operation, "page", new Schema<Integer>().type("integer"));
                parameter(operation, "size", new Schema<Integer>().type("integer"));
                parameter(operation, "sort", new Schema<String>().type("string")
                        ._enum(List.of("relevance", "newest", "title", "evidence")));
            }
            return operation;
        };
    }

    private void parameter(io.swagger.v3.oas.models.Operation operation, String name, Schema<?> schema) {
        boolean known = Scheme.of(name).isPresent();
        String description = known
                ? texts.get("exchange.openapi.filter", name)
                : texts.get("exchange.openapi.parameter." + name);
        operation.addParametersItem(
                new Parameter().in("query").name(name).required(false).description(description).schema(schema));
    }

    private static Schema<?> concepts(List<Concept> concepts) {
        Schema<String> one = new Schema<String>().type("string");
        if (!concepts.isEmpty() && concepts.size() <= SHORT_LIST) {
            one._enum(concepts.stream().map(Concept::id).toList());
        }
        return list(one);
    }

    private static Schema<?> list(Schema<?> items) {
        return new Schema<List<?>>().type("array").items(items);
    }

    private ApiResponse refusal(int status) {
        var problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        return new ApiResponse().description(texts.get("exchange.status." + status))
                .content(new Content().addMediaType("application/problem+json", problem));
    }
}
