import { expect, test } from "vitest";
import { GIVEN_UP } from "./constants";
import { failureInWords } from "./failure-in-words";

test.each([
  ["ECONNREFUSED", "The mail server could not be reached."],
  ["EAUTH 535", "The mail server did not accept the portal’s name and password (535)."],
  ["EENVELOPE 550", "The mail server did not accept this address for good (550)."],
  ["EENVELOPE 450", "The mail server did not accept this address for now (450)."],
  ["EENVELOPE", "The mail server did not accept this address."],
  ["EMESSAGE 554", "The mail server did not accept this mail (554)."],
  ["toString 500", "The mail server did not take it (toString 500)."],
  ["Unknown fault", "The mail server did not take it (Unknown fault)."],
  [GIVEN_UP, GIVEN_UP],
  [null, GIVEN_UP],
])("%s is said in a plain sentence", (failure, words) => {
  expect(failureInWords(failure)).toBe(words);
});
