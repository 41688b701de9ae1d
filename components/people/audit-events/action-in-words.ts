/** What was done, as the trail says it, by the action's name. */
const SENTENCES: Readonly<Record<string, string>> = {
  "neighbourhood.create": "Created the neighbourhood",
  "neighbourhood.delete": "Deleted the neighbourhood",
  "neighbourhood.import": "Imported neighbourhoods",
  "neighbourhood.update": "Edited the neighbourhood",
  "partner.create": "Created the partner",
  "partner.delete": "Deleted the partner",
  "partner.hide": "Hid the partner",
  "partner.unhide": "Showed the partner again",
  "partner.update": "Edited the partner",
  "role.change": "Changed a role",
  "role.end": "Ended a role",
  "role.grant": "Gave a role",
  "session.end": "Ended a session",
  "session.start": "Signed in",
  "user.create": "Created the account",
  "user.deactivate": "Put the account out of use",
  "user.look_up": "Looked up an address",
  "user.reactivate": "Put the account back into use",
  "user.update": "Edited the account",
  "world.load": "Loaded a world file",
  "world.reset": "Emptied the portal",
};

/** An action of the trail as people read it: "Edited the partner"; one without a sentence by its plain name, "site publish". */
export function actionInWords(action: string): string {
  return SENTENCES[action] ?? action.replaceAll(/[._-]/g, " ");
}
