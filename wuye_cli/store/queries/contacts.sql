-- The persons to call in every unit, in the order of the list they come from.
SELECT
    contact.id, contact.unit_id, contact.position, contact.role, contact.name, contact.title,
    contact.phone
FROM contact
ORDER BY contact.unit_id, contact.position, contact.id
