/*
 * Cockpit for looking: what would change something, or would tell what is not for people, is taken out of the
 * vendor's pages before they are shown. The server refuses all of it anyway.
 */
const cockpit = window.angular.module("cam.cockpit.custom");

function rewrite(directive, change) {
  cockpit.decorator(`${directive}Directive`, ["$delegate", (found) => {
    found.forEach((one) => { one.template = change(one.template); });
    return found;
  }]);
}

rewrite("timeToLive", (page) => page.replace(/<a [^>]*>/, "<span>").replace("</a>", "</span>"));

rewrite("incidentsTab", (page) => page
  .replace(/ng-click="viewVariable\(incident\)"/g, "")
  .replace(/uib-tooltip="[^"]*TOOLTIP_STACKTRACE[^"]*"/g, "")
  .replace(/<td class="(?:annotation|action)">[^]*?<\/td>/g, ""));

/* The tenant's id says nothing to anybody; whether a model is the tenant's own does. */
const whose = (thing) => [`{{ ${thing}.tenantId }}`, `{{ ${thing}.tenantId ? 'own' : 'shared' }}`];

rewrite("decisionsTable", (page) => page.replace(...whose("decision")));

cockpit.run(["Views", (views) => {
  function change(component, id, to) {
    const part = views.getProvider({ component, id });
    part.template = to(part.template);
  }

  change("cockpit.processes.dashboard", "process-definition", (page) => page.replace(...whose("pd")));

  change("cockpit.processInstance.runtime.tab", "variables-tab", (page) => page
    .replace(/on-(?:save|edit|upload|delete)="\w+"/g, "")
    .replace(/cam-editable="[^"]*"/, 'cam-editable="[]"'));
}]);
