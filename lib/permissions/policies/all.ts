import "server-only";
import { hashPolicies, type Policy } from "../engine/policy";
import { neighbourhoodPolicy } from "./neighbourhood";
import { partnerPolicy } from "./partner";
import { systemPolicy } from "./system";
import { tagPolicy } from "./tag";
import { userPolicy } from "./user";

/** The whole policy: one file for each resource type. */
export const policies: readonly Policy[] = [systemPolicy, neighbourhoodPolicy, tagPolicy, partnerPolicy, userPolicy];

/** The hash of the policy in force, recorded with every decision. */
export const policyHash = hashPolicies(policies);
