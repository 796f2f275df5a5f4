export default {
  app: { name: "Tasklist", vendor: "Millrace" },
  locales: { availableLocales: ["en"], fallbackLocale: "en" },
  disableWelcomeMessage: true,
  customScripts: ["scripts/millrace"]
};
