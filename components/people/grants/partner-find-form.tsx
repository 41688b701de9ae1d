"use client";
import type { ReactNode } from "react";
import { FilterForm } from "@/components/patterns/filter-form";
import { roleHref } from "./role-href";

type Props = {
  user: { userId: string; email: string };
  /** What a partner is searched by. */
  text: string;
  /** The last day of the role, as far as it has been said: a search does not forget it. */
  endsOn: string;
  children: ReactNode;
};

/** The form that looks for a partner to give a role on, on the page that gives it. */
export function PartnerFindForm({ user, text, endsOn, children }: Props) {
  const hrefOf = (find: string) => roleHref(user, { role: "partner_admin", endsOn, find });
  return (
    <FilterForm
      path={roleHref(user)}
      label="Find a partner"
      shown={hrefOf(text)}
      values={{ find: text }}
      hrefOf={({ find = [] }) => hrefOf(find[0]?.trim() ?? "")}
    >
      <input type="hidden" name="role" value="partner_admin" />
      {endsOn !== "" && <input type="hidden" name="endsOn" value={endsOn} />}
      {children}
    </FilterForm>
  );
}
