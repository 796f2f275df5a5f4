/* What Tasklist leaves to be wished for; everything else about its looks is in user-styles.css. */

/* A refusal stays until somebody closes it: what is tried next must not stand beside the last one's message. */
function forgetMessages() {
  document.querySelectorAll(".page-notifications .alert .btn-close, .page-notifications .alert .close")
    .forEach((button) => button.click());
}

document.addEventListener("click", (event) => {
  if (event.target.closest(".form-actions .btn-primary, .claim")) forgetMessages();
}, true);

/* By keyboard too a chosen card leads to its task, and not through all other cards first. */
document.addEventListener("click", (event) => {
  const byKey = event.detail === 0 && event.isTrusted;
  if (!byKey || !event.target.closest(".tasks-list .task")) return;
  const pane = document.querySelector("section.task-details");
  pane.tabIndex = -1;
  setTimeout(() => pane.focus(), 0); // the vendor's own handler focuses the card
}, true);

/*
 * A task that was completed by keyboard is gone, and the focus with it: it goes on to the next card, or to the list.
 * Until the answer is there nothing is lost; a refusal leaves the button where it was.
 */
document.addEventListener("click", (event) => {
  const button = event.target.closest(".form-actions .btn-primary");
  if (event.detail !== 0 || !event.isTrusted || !button) return;
  const watch = new MutationObserver(() => {
    if (button.isConnected) return;
    watch.disconnect();
    if (document.activeElement !== document.body) return;
    const list = document.querySelector(".tasks-list");
    list.tabIndex = -1;
    (list.querySelector(".task a") || list).focus();
  });
  watch.observe(document.body, { childList: true, subtree: true });
}, true);

/* A wrong password makes the vendor forget the name too, which is long, and show a new form after a moment. */
let triedName = "";

document.addEventListener("submit", (event) => {
  if (event.target.name === "signinForm") triedName = event.target.querySelector("input").value;
}, true);

function keepTriedName() {
  const watch = new MutationObserver(() => {
    const [name, password] = document.querySelectorAll("form[name=signinForm] input");
    if (!password || name.value) return;
    name.value = triedName;
    name.dispatchEvent(new Event("input"));
    password.focus();
  });
  watch.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), 3000);
}

/* One column after the other: on a phone the task opens below all cards, where nobody sees it. */
const onePane = window.matchMedia("(max-width: 767px)");

function showTask() {
  const isOpen = /[?&]task=[^&]/.test(location.hash);
  document.body.classList.toggle("task-is-open", isOpen);
  if (isOpen && onePane.matches) window.scrollTo(0, 0);
}

window.addEventListener("hashchange", showTask);
showTask();

/* The hash changes without an event where Angular rewrites it. */
document.addEventListener("click", () => setTimeout(showTask, 0));

function wayBack() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "way-back btn btn-link";
  button.textContent = "Back to the list";
  button.addEventListener("click", () => {
    const [path, query] = location.hash.slice(1).split("?");
    const kept = new URLSearchParams(query);
    kept.delete("task");
    kept.delete("detailsTab");
    location.hash = `${path}?${kept}`;
  });
  document.body.append(button);
}

wayBack();

/*
 * What cannot be loaded is told twice, and with the way that the page's data took: "<task> <- There is no …",
 * the first time with its angles escaped. Once, without it, is enough; and it is no fault.
 */
const dataPath = /^(?:(?:<|&lt;)\w+(?:>|&gt;) (?:<|&lt;)- )+/;

function inPlainWords(notification) {
  if (!dataPath.test(notification.message)) return;
  notification.type = "warning";
  notification.message = notification.message.replace(dataPath, "");
  if (!dataPath.test(notification.status)) return;
  notification.status = notification.message;
  notification.message = "";
}

/* The server names a field as programs do; people know it by its label. */
function byItsLabel(words) {
  return words.replace(/^"([\w-]+)"/, (whole, name) => {
    const label = document.querySelector(`form label[for="${name}"]`);
    return label ? `"${label.textContent.trim()}"` : whole;
  });
}

/* A day is picked as the browser lets people pick one, by keyboard and on a phone too; it is sent as 2027-03-01. */
new MutationObserver(() => document.querySelectorAll("input[data-day][type=text]").forEach((field) => {
  field.type = "date";
})).observe(document.body, { childList: true, subtree: true });

/* What people search by; the vendor's further thirty are the engine's words. What is typed is looked for in the title. */
const criteriaInOrder = ["description", "processVariables", "name", "created"];

function criteria(types) {
  return criteriaInOrder
    .map((key) => types.find((type) => type.id.key === key))
    .map((type) => Object.assign(type, { default: type.id.key === criteriaInOrder[0] }));
}

/* The module that the vendor leaves for changes like this one; it is made before this script is loaded. */
window.angular.module("cam.tasklist.custom").decorator("Notifications", ["$delegate", (notifications) => {
  const vendorsAdd = notifications.add;
  notifications.add = function (notification) {
    inPlainWords(notification);
    notification.message = byItsLabel(notification.message || "");
    return vendorsAdd.call(this, notification);
  };
  return notifications;
}])
  .run(["$rootScope", (root) => root.$on("authentication.login.failure", keepTriedName)])
  .run(["$rootScope", (root) => root.$watch("authentication.authorizedApps", (apps) => {
    document.body.classList.toggle("may-look", Boolean(apps) && apps.includes("cockpit"));
  })])
  .run(["$http", "Uri", ($http, Uri) => {
    /* To the picture of the whole, and not of the part alone that the task is in. */
    document.addEventListener("click", (event) => {
      const link = event.target.closest(".instance-link");
      const part = link && /process-instance\/([\w-]+)/.exec(link.href);
      if (!part) return;
      event.preventDefault();
      $http.post(Uri.appUri("engine://engine/:engine/process-instance"), { subProcessInstance: part[1] })
        .then((answer) => (answer.data.length ? answer.data[0].id : part[1]), () => part[1])
        .then((whole) => { location.href = link.href.replace(part[1], whole); });
    }, true);
  }])
  .run(["Views", (views) => {
    const search = views.getProvider({ component: "tasklist.list", id: "task-search" });
    const vendors = search.controller;
    // Not an arrow: controllers are made with new.
    search.controller = ["$scope", "$controller", function (scope, $controller) {
      $controller(vendors, { $scope: scope });
      const types = criteria(scope.types);
      scope.types.splice(0, scope.types.length, ...types);
    }];
  }]);
