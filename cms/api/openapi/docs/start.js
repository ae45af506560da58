// Swagger UI on this host's own description. It asks no other host: there is no validator's badge.
SwaggerUIBundle({
  url: "../openapi.json",
  dom_id: "#documentation",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  supportedSubmitMethods: ["get"],
  validatorUrl: null,
});
