import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.ObjectMapper;
import wiremock.com.networknt.schema.JsonSchema;
import wiremock.com.networknt.schema.JsonSchemaFactory;
import wiremock.com.networknt.schema.SpecVersion;

/**
 * Judge documents with com.networknt:json-schema-validator, as it comes: one line in, one out.
 *
 * <p>In: {"soort": "dossier", "document": "{...}"}. Out: true or false. Run by `java -cp JAR
 * Oordeel.java FOLDER_WITH_SCHEMAS`; the validator is inside the jar of WireMock, under its name.
 */
public final class Oordeel {
  public static void main(String[] argumenten) throws Exception {
    ObjectMapper lezer = new ObjectMapper();
    JsonSchemaFactory fabriek = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    Map<String, JsonSchema> schemas = new HashMap<>();
    PrintStream uit = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String regel = in.readLine(); regel != null; regel = in.readLine()) {
      JsonNode vraag = lezer.readTree(regel);
      String soort = vraag.get("soort").asText();
      JsonSchema schema = schemas.get(soort);
      if (schema == null) {
        File bestand = new File(argumenten[0], soort + ".schema.json");
        schema = fabriek.getSchema(lezer.readTree(bestand));
        schemas.put(soort, schema);
      }
      uit.println(schema.validate(lezer.readTree(vraag.get("document").asText())).isEmpty());
    }
    uit.flush();
  }
}
