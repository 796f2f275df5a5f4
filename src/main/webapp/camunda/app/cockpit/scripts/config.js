export default {
  app: { name: "Cockpit", vendor: "Millrace" },
  locales: { availableLocales: ["en"], fallbackLocale: "en" },
  disableWelcomeMessage: true,
  customScripts: ["scripts/millrace"]
};
