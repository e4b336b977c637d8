insert into indexer.challenge
  (id, outcome, bond_returned, bond_held, resolved_block, resolved_at, resolved_tx, task_id, network, challenger, bond_token, bond,
    resolve_by, created_block, created_at, created_tx, since_block, since_timestamp)
  select pg_temp.hash('challenge of ' || no), outcome, case outcome when 'UPHELD' then 1e20 when 'FAILED' then 0 end, 0,
    resolved, pg_temp.at(resolved), pg_temp.tx(resolved), id, network, pg_temp.address('challenger ' || no % 10), pg_temp.address('token'), 1e20,
    pg_temp.at(raised) + 6000, raised, pg_temp.at(raised), pg_temp.tx(raised), coalesce(resolved, raised), pg_temp.at(coalesce(resolved, raised))
  from task_no, lateral (select responded + 10 as raised,
    case status when 'REJECTED' then responded + 100 when 'FINAL' then responded + 90 end as resolved,
    case status when 'REJECTED' then 'UPHELD' when 'FINAL' then 'FAILED' else 'PENDING' end as outcome) as steps
  where status in ('REJECTED', 'CHALLENGED') or (status = 'FINAL' and no % 500 = 5);
insert into indexer.challenge_history
  (id, outcome, bond_returned, bond_held, resolved_block, resolved_at, resolved_tx, since_block, since_timestamp, until_block, until_timestamp)
  select id, 'PENDING', null, 0, null, null, null, created_block, created_at, since_block, since_timestamp
  from indexer.challenge where outcome <> 'PENDING';

-- The signers of each wrong response, a block each.
create temp table slash_no as
  select pg_temp.hash('slash ' || no || part.operator) as id, part.operator, task_no.network, task_no.id as task_id, task_no.no as task_no,
    responded + 100 + row_number() over (partition by task_no.no order by part.operator) as block
  from task_no join part_no as part on task_id = id where status = 'REJECTED' and signed;
insert into indexer.slash
  (id, operator, network, task_id, offence, reporter, evidence_hash, fraction, created_log_index, created_block, created_at, created_tx)
  select id, operator, network, task_id, 'WRONG_RESPONSE', pg_temp.address('challenger ' || task_no % 10),
    pg_temp.hash('challenge of ' || task_no), 1e16, 3, block, pg_temp.at(block), pg_temp.tx(block)
  from slash_no;
