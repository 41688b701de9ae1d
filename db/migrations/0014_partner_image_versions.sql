-- A picture is a part of the partner as its address is: one that comes, goes or is put into other words raises the
-- partner's version (0005), so that an edit which did not see it is found to be late.
create trigger partner_images_touch_insert after insert on partner_images referencing new table as new_rows
  for each statement execute function touch_partner_of_link();
--> statement-breakpoint
create trigger partner_images_touch_update after update on partner_images referencing old table as old_rows new table as new_rows
  for each statement execute function touch_partner_of_link();
--> statement-breakpoint
create trigger partner_images_touch_delete after delete on partner_images referencing old table as old_rows
  for each statement execute function touch_partner_of_link();
