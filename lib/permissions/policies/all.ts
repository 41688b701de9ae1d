import "server-only";
import { hashPolicies, type Policy } from "../engine/policy";
import { calendarPolicy } from "./calendar";
import { eventPolicy } from "./event";
import { neighbourhoodPolicy } from "./neighbourhood";
import { partnerPolicy } from "./partner";
import { sitePolicy } from "./site";
import { systemPolicy } from "./system";
import { tagPolicy } from "./tag";
import { userPolicy } from "./user";

/** The whole policy: one file for each resource type. */
export const policies: readonly Policy[] = [
  systemPolicy,
  neighbourhoodPolicy,
  tagPolicy,
  partnerPolicy,
  calendarPolicy,
  eventPolicy,
  sitePolicy,
  userPolicy,
];

/** The hash of the policy in force, recorded with every decision. */
export const policyHash = hashPolicies(policies);
