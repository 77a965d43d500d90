// An exact search on a BLAS behind the protocol of `buyme bench index --peer` (see PeerEngine), Euclidean:
//   blas-peer BASE.fvecs QUERIES.fvecs K
// The queries are taken in batches of 256, in one matrix product per batch and 4,096 rows.
#include <cblas.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "peer.hpp"

namespace {

constexpr size_t kBatch = 256;
constexpr size_t kRows = 4096;

using Heap = std::vector<std::pair<float, size_t>>;

// Keeps the k nearest, the farthest of them on top. A distance is half of the squared one, less what is the query's.
void offer(Heap& nearest, size_t k, float distance, size_t row) {
    if (nearest.size() < k) {
        nearest.emplace_back(distance, row);
        std::push_heap(nearest.begin(), nearest.end());
    } else if (distance < nearest.front().first) {
        std::pop_heap(nearest.begin(), nearest.end());
        nearest.back() = {distance, row};
        std::push_heap(nearest.begin(), nearest.end());
    }
}

void search(const Vectors& base, const std::vector<float>& half_squares, const Vectors& queries, size_t first,
            size_t count, size_t k, std::vector<float>& products, std::vector<Heap>& found) {
    size_t dimension = base.dimension;
    for (size_t from = 0; from < base.size(); from += kRows) {
        size_t rows = std::min(kRows, base.size() - from);
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, count, rows, dimension, 1, queries.row(first), dimension,
                    base.row(from), dimension, 0, products.data(), rows);
        for (size_t i = 0; i < count; i++) {
            Heap& nearest = found[first + i];
            for (size_t j = 0; j < rows; j++) {
                offer(nearest, k, half_squares[from + j] - products[i * rows + j], from + j);
            }
        }
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::fprintf(stderr, "usage: %s BASE.fvecs QUERIES.fvecs K\n", arguments[0]);
        return 2;
    }
    Vectors base = read_fvecs(arguments[1]);
    Vectors queries = read_fvecs(arguments[2]);
    size_t k = std::strtoul(arguments[3], nullptr, 10);

    double start = cpu();
    std::vector<float> half_squares(base.size());
    for (size_t i = 0; i < base.size(); i++) {
        half_squares[i] = 0.5f * cblas_sdot(base.dimension, base.row(i), 1, base.row(i), 1);
    }
    std::printf("built %.6f %.6f\n", cpu() - start, cpu() - start);
    std::fflush(stdout);

    std::vector<float> products(kBatch * kRows);
    std::string line;
    while (std::getline(std::cin, line)) {
        std::vector<Heap> found(queries.size());
        double begin = cpu();
        for (size_t i = 0; i < queries.size(); i += kBatch) {
            search(base, half_squares, queries, i, std::min(kBatch, queries.size() - i), k, products, found);
        }
        for (Heap& nearest : found) {
            std::sort_heap(nearest.begin(), nearest.end());
        }
        std::printf("searched %.6f\n", cpu() - begin);
        for (const Heap& nearest : found) {
            for (size_t j = 0; j < nearest.size(); j++) {
                std::printf(j == 0 ? "%zu" : " %zu", nearest[j].second);
            }
            std::printf("\n");
        }
        std::fflush(stdout);
    }
    return 0;
}
