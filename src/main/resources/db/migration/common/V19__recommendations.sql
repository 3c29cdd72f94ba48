-- What was sold, as it was counted the last time; nothing about people. '' is the main shop.
create table recommended_products (
    shop       varchar(30) not null,
    product    varchar(190) not null,
    sku        varchar(190),
    title      varchar(500) not null,
    buyers     integer not null,
    sold_at    timestamp with time zone not null,
    counted_at timestamp with time zone not null,
    primary key (shop, product)
);

-- What goes well with each product, best first: how many bought both, and how surprising that is.
create table recommendations (
    shop     varchar(30) not null,
    product  varchar(190) not null,
    place    integer not null,
    other    varchar(190) not null,
    together integer not null,
    score    double precision not null,
    primary key (shop, product, place)
);

-- When it was counted, and of how much.
create table recommendation_rounds (
    shop         varchar(30) primary key,
    began_at     timestamp with time zone not null,
    leased_until timestamp with time zone,
    ended_at     timestamp with time zone,
    customers    integer not null,
    purchases    integer not null,
    products     integer not null
);

-- Which product a stock code stands for, where imports know the stock code alone.
create index order_lines_sku on order_lines (sku, product_id);
