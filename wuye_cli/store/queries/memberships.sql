-- Which units a group stands for, in their order.
SELECT
    membership.id, membership.group_id, membership.member_id, membership.position
FROM membership
ORDER BY membership.group_id, membership.position, membership.id
