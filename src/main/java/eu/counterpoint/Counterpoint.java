package eu.counterpoint;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.theme.lumo.Lumo;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application. */
@SpringBootApplication
@ConfigurationPropertiesScan
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("context://look/counterpoint.css")
@StyleSheet("context://look/results.css")
@StyleSheet("context://look/record.css")
@StyleSheet("context://look/contribute.css")
@StyleSheet("context://look/quarantine.css")
public class Counterpoint implements AppShellConfigurator {

    public static void main(String[] args) {
        SpringApplication.run(Counterpoint.class, args);
    }
}
