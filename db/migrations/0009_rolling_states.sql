-- V3: a program of the release before writes a state without its shape, into rows that say that their state has a newer one.
-- What it writes is taken for the first shape, and folded anew by whoever reads it next. A trigger on one column fires when
-- that column is written to, whatever the value; the sign tells the second one that the first has fired.
CREATE FUNCTION baku_shape_given() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.state_shape := -NEW.state_shape;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION baku_shape_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.state_shape := CASE WHEN NEW.state_shape < 0 THEN -NEW.state_shape ELSE 1 END;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER instances_shape_1_given BEFORE UPDATE OF state_shape ON instances FOR EACH ROW EXECUTE FUNCTION baku_shape_given();
--> statement-breakpoint
CREATE TRIGGER instances_shape_2_held BEFORE UPDATE OF state, state_shape ON instances FOR EACH ROW EXECUTE FUNCTION baku_shape_held();
