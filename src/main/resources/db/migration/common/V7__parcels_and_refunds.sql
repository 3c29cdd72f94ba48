-- Which report each fact of an order or person comes from: the latest by its own time counts, whatever arrived last.
alter table orders add column told_at varchar(1000);
alter table customers add column told_at varchar(1000);

-- An order others speak of already, and nobody has told us of yet.
alter table orders add column awaited boolean default false not null;
alter table orders add column refunded numeric(19, 4);

-- False for what nobody carries anywhere, such as a gift card.
alter table order_lines add column ships boolean default true not null;

-- When a line had arrived, and gone back, as parcels and refunds tell it.
alter table order_possession add column by_parcels_at timestamp with time zone;
alter table order_possession add column by_refunds_at timestamp with time zone;

-- Goods that leave the shop together. The id is the shop's own.
create table shipments (
    id        varchar(190) primary key,
    order_id  varchar(190) not null references orders (id),
    cancelled boolean not null,
    told_at   varchar(40) not null
);
create index shipments_order on shipments (order_id);

create table shipment_lines (
    shipment_id varchar(190) not null references shipments (id),
    line_id     varchar(190) not null,
    quantity    integer not null,
    primary key (shipment_id, line_id)
);

-- How parcels are named: by their shipment, or by the number on the label. A row is held while somebody joins the two.
create table parcel_names (
    name varchar(255) primary key
);

create table parcels (
    id             varchar(200) primary key,
    shipment_id    varchar(190) not null references shipments (id),
    order_id       varchar(190) not null references orders (id),
    position       integer not null,
    gone           boolean not null,
    carrier        varchar(100),
    number         varchar(100),
    number_name    varchar(255),
    url            varchar(1000),
    status         varchar(30) not null,
    since          timestamp with time zone not null,
    incident_owner varchar(20),
    incident       varchar(100),
    detail         varchar(100),
    delivered_at   timestamp with time zone,
    announced_at   timestamp with time zone not null,
    told_journeys  varchar(80)
);
create index parcels_order on parcels (order_id);
create index parcels_shipment on parcels (shipment_id);
create index parcels_number on parcels (number_name);

-- What was seen of parcels, also of those nobody has told us of yet.
create table scans (
    name           varchar(255) not null references parcel_names (name),
    at             timestamp with time zone not null,
    status         varchar(30) not null,
    incident_owner varchar(20),
    incident       varchar(100),
    detail         varchar(100),
    place          varchar(200),
    primary key (name, at, status)
);

-- Days on which goods were said to arrive, as they were told.
create table promises (
    name    varchar(255) not null,
    promised_for date not null,
    told_at timestamp with time zone not null,
    primary key (name, told_at, promised_for)
);

create table refunds (
    id        varchar(190) primary key,
    order_id  varchar(190) not null references orders (id),
    at        timestamp with time zone not null,
    amount    numeric(19, 4),
    reason    varchar(300),
    announced boolean not null
);
create index refunds_order on refunds (order_id);

create table refund_lines (
    refund_id varchar(190) not null references refunds (id),
    position  integer not null,
    line_id   varchar(190) not null,
    quantity  integer not null,
    amount    numeric(19, 4),
    primary key (refund_id, position)
);

-- Reports that came before the parcel they are about.
create table waiting_reports (
    name     varchar(255) not null,
    event_id varchar(36) not null,
    primary key (name, event_id)
);
