import { FilterChips } from "@/components/patterns/filter-chips";
import { FilterSelect, FoldedFilters, SearchBox } from "@/components/patterns/filter-controls";
import { titled } from "@/components/patterns/titled";
import { Button } from "@/components/ui/button";
import { ROLE_NAMES } from "@/lib/people/access/constants";
import { USER_ROLE_FILTERS, type UserRoleFilter } from "@/lib/people/user-list/constants";
import { type UserListQuery, userFilterCount, userListHref } from "@/lib/people/user-list/schemas";
import { UserFilterForm } from "./user-filter-form";

/** Everything above the list of people: search, filters, and the filters in force. One form, one address. */
export function UserFilters({ path, query }: { path: string; query: UserListQuery }) {
  return (
    <div className="grid gap-3">
      <UserFilterForm path={path} query={query}>
        {query.sort !== "name" && <input type="hidden" name="sort" value={query.sort} />}
        <div className="flex flex-wrap items-start gap-2">
          <div className="min-w-0 flex-[1_1_15rem]">
            <SearchBox label="Search by name or e-mail" text={query.text} />
          </div>
          <FoldedFilters count={userFilterCount(query)} columnsClass="sm:grid-cols-2">
            <FilterSelect name="role" label="Role" value={query.role} options={roles} />
            <FilterSelect name="state" label="State" value={query.state} options={states} />
          </FoldedFilters>
          <div className="hidden noscript:block">
            <Button type="submit" tone="primary">
              Apply
            </Button>
          </div>
        </div>
      </UserFilterForm>
      <FilterChips chips={chipsOf(path, query)} clearedHref={clearedHref(path, query)} />
    </div>
  );
}

/** The address of the list as it is shown, without any filter. */
export function clearedHref(path: string, query: UserListQuery): string {
  return userListHref(path, query, { text: "", role: "", state: "" });
}

function chipsOf(path: string, query: UserListQuery) {
  const { text, role, state } = query;
  const chips = [
    { about: "Search", value: text && `“${text}”`, href: userListHref(path, query, { text: "" }) },
    { about: "Role", value: role && roleFilterInWords(role), href: userListHref(path, query, { role: "" }) },
    { about: "State", value: state && stateWords[state], href: userListHref(path, query, { state: "" }) },
  ];
  return chips.filter(({ value }) => value !== "");
}

function roleFilterInWords(role: Exclude<UserRoleFilter, "">): string {
  if (role === "none") return "none";
  return role === "incomplete" ? "incomplete" : ROLE_NAMES[role].one;
}

const stateWords = { active: "in use", deactivated: "deactivated" } as const;

const roles = USER_ROLE_FILTERS.map((role) => ({
  value: role,
  label: role === "" ? "Any role" : role === "none" ? "No role" : titled(roleFilterInWords(role)),
}));

const states = [
  { value: "", label: "Any state" },
  { value: "active", label: "In use" },
  { value: "deactivated", label: "Deactivated" },
];
