create temp table task_no as
  select t::int as no, network.no as network_no, network.address as network, pg_temp.hash('task ' || t) as id,
    clock.tasks + 2 * t as block,
    -- The newest are open for 500 blocks, answered ones can be challenged for another 500.
    case
      when clock.tasks + 2 * t > head - 500 then 'OPEN'
      when t % 25 = 3 then 'EXPIRED'
      when clock.tasks + 2 * t > head - 1000 then case when t % 50 = 7 then 'CHALLENGED' else 'RESPONDED' end
      when t % 500 = 77 and t > size.tasks / 10 then 'REJECTED'
      else 'FINAL'
    end as status,
    clock.tasks + 2 * t + 5 + t % 20 as responded
  from size, clock, generate_series(0, size.tasks - 1) as t
  join network_no as network on network.no = pg_temp.pick('network of task ' || t, (select networks from size));
analyze task_no;

create temp table part_no as
  select task.id as task_id, change.operator, task.network, change.weight,
    case when task.status in ('OPEN', 'EXPIRED') then null
      else pg_temp.pick('signs ' || task.no || change.operator, 20) > 0 end as signed
  from task_no as task
  join member_change as change on change.network_no = task.network_no and change.weight > 0
    and change.block < task.block and (change.until_block >= task.block or change.until_block is null);
analyze part_no;
insert into indexer.assignment (task_id, operator, network, weight) select task_id, operator, network, weight from part_no;
insert into indexer.non_signer (task_id, operator) select task_id, operator from part_no where not signed;
analyze indexer.assignment, indexer.non_signer;

insert into indexer.task
  (id, network, creator, payload, reference_block, deadline, quorum_bps, fee_token, fee, status, created_log_index, total_weight,
    response, response_hash, signed_weight, aggregator, challenge_deadline, responded_block, responded_at, responded_tx,
    closed_block, closed_at, closed_tx, created_block, created_at, created_tx)
  select id, task.network, pg_temp.address('creator ' || no % 50), pg_temp.hash('payload ' || no), block - 1, pg_temp.at(block) + 6000, 6600,
    pg_temp.address('token'), (10 + no % 5) * 1e18, status, no % 7, total,
    case when answered then pg_temp.hash('answer ' || no) end, case when answered then pg_temp.hash('hash of answer ' || no) end,
    signed, case when answered then pg_temp.address('aggregator ' || no % 20) end,
    case when answered then pg_temp.at(responded) + 6000 end,
    case when answered then responded end, case when answered then pg_temp.at(responded) end, case when answered then pg_temp.tx(responded) end,
    closed, pg_temp.at(closed), pg_temp.tx(closed), block, pg_temp.at(block), pg_temp.tx(block)
  from task_no as task
  join (select task_id, sum(weight) as total, sum(weight) filter (where signed) as signed from part_no group by task_id)
    as weights on task_id = id,
  lateral (select status not in ('OPEN', 'EXPIRED') as answered, case status
    when 'FINAL' then responded + 501 when 'EXPIRED' then block + 501 when 'REJECTED' then responded + 100 end as closed) as steps;
analyze indexer.task;

update indexer.network_operator as member set assigned_tasks = assigned, signed_tasks = signed
  from (select network, operator, count(*) as assigned, count(*) filter (where signed) as signed
    from part_no where signed is not null group by network, operator) as counts
  where counts.network = member.network and counts.operator = member.operator;

insert into indexer.activity_hour
  (scope, subject, start, tasks_created, tasks_responded, tasks_expired, tasks_finalized, tasks_rejected, challenges_raised, assigned, signed, slashes, weight)
  select 'OPERATOR', part.operator, div(responded_at, 3600) * 3600, 0, 0, 0, 0, 0, 0, count(*), count(*) filter (where signed), 0, null
  from part_no as part join indexer.task on task.id = task_id where signed is not null
  group by part.operator, div(responded_at, 3600);

insert into indexer.event (block, log_index, timestamp, tx, address, contract, name, args)
  select block, no % 7, pg_temp.at(block), pg_temp.tx(block), pg_temp.address('task manager'), 'TaskManager', 'TaskCreated',
    json_build_object('taskId', id, 'network', network)::text
  from task_no;

-- What operators handed in for the newest tasks; for open ones half of them did.
insert into nektar.response (task_id, operator, response_hash, response, signature, reference_block, received_at)
  select task_id, part.operator, pg_temp.hash('hash of answer ' || no), pg_temp.hash('answer ' || no),
    '0x' || substr(pg_temp.hash('s1' || task_id || part.operator), 3) || substr(pg_temp.hash('s2' || task_id || part.operator), 3) || substr(pg_temp.hash('s3' || task_id || part.operator), 3),
    block - 1, to_timestamp(pg_temp.at(block) + 24)
  from task_no, size, part_no as part
  where task_id = id and no >= tasks - tasks / 10 and status <> 'EXPIRED'
    and (signed or (signed is null and pg_temp.pick('hands in ' || task_id || part.operator, 2) = 0));
