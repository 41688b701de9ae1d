import type { RemoveAdminProps } from "./remove-admin-form";

/** The question, as the title over the form. */
export function removalTitle({ partner, admin }: Pick<RemoveAdminProps, "partner" | "admin">): string {
  return admin.itself ? `Remove yourself from ${partner.name}?` : `Remove ${admin.name} from ${partner.name}?`;
}
